/// The pages on which auditors read the log.
@NullMarked
package se.ledfyr.audit.web;

import org.jspecify.annotations.NullMarked;
