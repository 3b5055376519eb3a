/// The money of the two programmes: agreements and instalments, what has been paid and what has been
/// promised, the account at year's end, and the forecast of what the year will cost and when the money
/// ends.
///
/// Whoever runs a programme keeps its account; the national coordination pays, decides on requests for
/// more and sees the same figures. Money is whole öre, never a floating-point number.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "codes",
            "deadlines",
            "organisations",
            "pages",
            "programmes",
            "returns",
            "support"
        })
@NullMarked
package se.ledfyr.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
