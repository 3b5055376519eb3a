/// Pages of the return programme: applications and people by stage, one return, a group that goes together.
@NullMarked
package se.ledfyr.returns.web;

import org.jspecify.annotations.NullMarked;
