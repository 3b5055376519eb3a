package se.ledfyr.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.statistics.ContactFigures;
import se.ledfyr.statistics.PublishedTable;

/// A place in a text names exactly one number, or is refused with what is wrong and where.
@HouseTest
class BindingTests {

    private static final int YEAR = 2025;

    @Autowired
    private ContactFigures figures;

    @Autowired
    private Plans plans;

    private Wording read(String text) {
        return Wording.read(text, new Bindings(figures.declared(), YEAR), YEAR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{civil_form|form=labour|answers};civil_form|labour|answers",
                "{ civil_form | answers | form = labour };civil_form|labour|answers",
                "{civil_form|form=not_reported};civil_form|not_reported|persons",
                "{civil_needs|measure=identified|need=legal_advice|age_group=adult};civil_needs|adult|legal_advice|identified|answers",
                "{civil_origin|measure=outside_eu_share};civil_origin|outside_eu_share|share",
                "{civil_contact|age_group=all|contact=new_$year};civil_contact|all|new_2025|persons",
                "{civil_persons|age_group=*|exposure=direct};civil_persons|*|direct|persons"
            })
    void aPlaceIsOneCell(String text, String cell) {
        Wording wording = read(text);

        assertThat(wording.faults()).isEmpty();
        assertThat(wording.bound()).extracting(binding -> binding.cell().text()).containsExactly(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{civil_nothing|form=labour};reports.fault.table",
                "{rk_form|form=labour};reports.fault.table",
                "{civil_form|shape=labour};reports.fault.dimension",
                "{civil_form|form=work|answers};reports.fault.code",
                "{civil_form|answers};reports.fault.which",
                "{civil_form|form=labour};reports.fault.which-unit",
                "{civil_form|form=labour|children};reports.fault.no-unit",
                "{civil_form|form=labour|pieces};reports.fault.unit",
                "{civil_form|form=labour|answers|share};reports.fault.two-units",
                "{civil_form|form=labour|form=sexual};reports.fault.twice",
                "{civil_form|form=*|answers};reports.fault.sum-overlaps",
                "{civil_coverage|age_group=*|need=legal_advice|by=authority};reports.fault.sum-share",
                "{civil_identified_by|age_group=adult|actor=largest|persons|case=all};reports.fault.dimension",
                "{civil_sex|age_group=largest|sex=largest};reports.fault.two-largest",
                "{civil_form|form=labour|answers;reports.fault.open",
                "form=labour} svar;reports.fault.close",
                "{};reports.fault.table"
            })
    void whatNamesNothingOrSeveralIsRefused(String text, String fault) {
        assertThat(read(text).faults()).extracting(TextFault::key).containsExactly(fault);
    }

    @Test
    void theFaultSaysWhereItIs() {
        TextFault fault = read("Rätt.\n\nFel {civil_form|form=work|answers} här.")
                .faults()
                .getFirst();

        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.quoted()).isEqualTo("{civil_form|form=work|answers}");
        assertThat(fault.arguments().getFirst()).isEqualTo("work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"420 personer", "var 16,1 procent", "hela 82.7 %", "1 200 möten", "(93)", "tre eller 4"})
    void digitsThatLookLikeACountAreSeen(String text) {
        assertThat(read(text).bare()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "under 2025",
                "lagen (2018:601)",
                "enligt 4 kap. 1 a § brottsbalken",
                "{civil_form|form=labour|answers} år {year}",
                "B2B",
                "inga siffror"
            })
    void yearsLawsAndBoundNumbersAreNone(String text) {
        assertThat(read(text).bare()).isEmpty();
        assertThat(read(text).faults()).isEmpty();
    }

    @Test
    void paragraphsAndListsAreAllThereIs() {
        Wording wording = read("Ett\nstycke.\n\n- ett\n- två <b>\n\nSlut.");

        assertThat(wording.blocks()).hasSize(3);
        assertThat(wording.blocks().get(1).list()).isTrue();
        assertThat(wording.blocks().get(1).lines()).hasSize(2);
    }

    @Test
    void everyTextIsDeliveredInBothLanguagesWithTheSameNumbersAndNoneUnbound() {
        assertThat(plans.faults(YEAR)).isEmpty();
        assertThat(plans.plan().texts()).hasSizeGreaterThan(10).allSatisfy(text -> {
            List<Binding> swedish = read(text.delivered().sv()).bound();
            List<Binding> english = read(text.delivered().en()).bound();
            assertThat(english).as(text.id()).containsExactlyInAnyOrderElementsOf(swedish);
        });
    }

    @Test
    void everyTableOfTheSurveyStandsInTheReport() {
        Map<String, PublishedTable> declared = figures.declared();

        assertThat(plans.plan().exhibits().stream().map(Part.Exhibit::table).distinct())
                .containsExactlyInAnyOrderElementsOf(declared.keySet());
    }
}
