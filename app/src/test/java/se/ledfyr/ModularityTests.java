package se.ledfyr;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /// The methods are a library that happens to share the name in front, and no room of the house.
    private final ApplicationModules modules =
            ApplicationModules.of(LedfyrApplication.class, resideInAPackage("se.ledfyr.methods.."));

    /// Not `verify()`: that method remembers having run and stays silent the second time in one JVM.
    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        modules.detectViolations().throwIfPresent();
    }
}
