/// The door as browsers meet it: filters, sessions, and the pages for signing in and for administering members.
@NullMarked
package se.ledfyr.access.web;

import org.jspecify.annotations.NullMarked;
