/** Charts drawn on the server as SVG; colours come from the style sheet. Pure. */
package org.closedloop.pages.chart;
