package se.ledfyr;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.ApplicationModule;

/// Templates are code, and keep to the same walls: those in the folder of a module know that module, what it declares
/// to depend on, and the page they stand in.
class TemplateRulesTests {

    private static final String TEMPLATES = "gg.jte.generated.precompiled";
    private static final String HOUSE = "se.ledfyr.";

    private final JavaClasses templates = new ClassFileImporter().importPackages(TEMPLATES);

    @Test
    void thereAreTemplatesToLookAt() {
        assertThat(folders()).contains("access", "casework", "layout", "pages", "statistics");
    }

    @TestFactory
    Stream<DynamicTest> templatesKnowOnlyWhatTheirModuleMayKnow() {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder,
                        () -> assertThat(strangers(folder, allowed(folder))).isEmpty()));
    }

    /// The twin: if the access module did not declare what it depends on, its templates would be caught.
    @Test
    void aTemplateThatReachesFurtherIsFound() {
        assertThat(strangers("access", Set.of("access", "pages"))).isNotEmpty();
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        templates.forEach(template -> folders.add(folder(template)));
        return folders;
    }

    private Set<String> strangers(String folder, Set<String> allowed) {
        Set<String> strangers = new TreeSet<>();
        templates.stream()
                .filter(template -> folder(template).equals(folder))
                .forEach(template -> template.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName())
                        .filter(target -> target.startsWith(HOUSE))
                        .map(target -> target.substring(HOUSE.length()).split("\\.")[0])
                        .filter(module -> !allowed.contains(module))
                        .forEach(module -> strangers.add(template.getSimpleName() + " knows " + module)));
        return strangers;
    }

    private static Set<String> allowed(String folder) throws ClassNotFoundException {
        // The library is no module: it knows nothing of the house, and everybody may compute with it.
        Set<String> allowed = new HashSet<>(Set.of("pages", "methods"));
        if (!folder.equals("layout")) {
            allowed.add(folder);
            ApplicationModule module =
                    Class.forName(HOUSE + folder + ".package-info").getAnnotation(ApplicationModule.class);
            Arrays.stream(module.allowedDependencies())
                    .map(name -> name.split("::")[0].strip())
                    .forEach(allowed::add);
        }
        return allowed;
    }

    private static String folder(JavaClass template) {
        String inside = template.getPackageName().substring(TEMPLATES.length());
        return inside.isEmpty() ? "" : inside.substring(1).split("\\.")[0];
    }
}
