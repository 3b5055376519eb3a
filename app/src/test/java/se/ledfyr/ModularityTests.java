package se.ledfyr;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(LedfyrApplication.class);

    /// Not `verify()`: that method remembers having run and stays silent the second time in one JVM.
    @Test
    void modulesKeepToTheirDeclaredDependencies() {
        modules.detectViolations().throwIfPresent();
    }
}
