/** What operators are shown of the record: ids, codes, counts and times, no PHI. Pure. */
package org.closedloop.feedback.core.ops;
