package se.ledfyr.consent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import se.ledfyr.people.Parcels;

/// There is one way out.
class OneGateTests {

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.ledfyr");

    @Test
    void onlyTheGatePacksParcels() {
        outside("..consent..").check(house);
    }

    /// The twin: the rule does see who packs.
    @Test
    void whoeverElsePackedWouldBeFound() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> outside("..handover..").check(house));
    }

    private static ArchRule outside(String allowed) {
        return noClasses()
                .that(resideInAPackage("se.ledfyr..").and(not(resideInAPackage(allowed))))
                .should()
                .callMethodWhere(describe("a parcel is packed", OneGateTests::packs));
    }

    private static boolean packs(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Parcels.class)
                && call.getTarget().getName().equals("pack");
    }
}
