/// Questionnaires as data: what civil society's organisations report once a year on the people they met.
///
/// One answered questionnaire is a contact: no name, codes and numbers only. A member of the platform keeps its own,
/// the platform reads what was sent, and nobody else can tell that there is anything.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "casework",
            "casework :: views",
            "codes",
            "filing",
            "justice",
            "needs",
            "organisations",
            "organisations :: views",
            "pages",
            "people",
            "permits"
        })
@NullMarked
package se.ledfyr.surveys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
