/** The operators' pages: ids, codes and counts; no PHI. */
package org.closedloop.feedback.in.page;
