/// A country to try Ledfyr in: fictional offices, members of each role and the published years as
/// registrations.
///
/// Nothing of it exists unless the installation is a demo.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "budget",
            "casework",
            "codes",
            "consent",
            "emergency",
            "guidance",
            "handover",
            "installation",
            "intake",
            "justice",
            "needs",
            "organisations",
            "pages",
            "people",
            "permits",
            "programmes",
            "returns",
            "support",
            "surveys"
        })
@NullMarked
package se.ledfyr.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
