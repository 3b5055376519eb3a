package se.ledfyr.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

@HouseTest
class ContactsTests {

    private static final int YEAR = 2025;

    @Autowired
    Contacts contacts;

    @Autowired
    OwnWays ways;

    @Autowired
    Compilation compilation;

    @Autowired
    Participants participants;

    @Autowired
    SurveyYears years;

    @Autowired
    InformalNotes notes;

    @Autowired
    DSLContext sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aDraftIsSavedHalfDoneAndSentWhenItIsWhole() {
        ContactId id = as(NGO_CASEWORKER, () -> contacts.begin(SurveyForm.ADULT, YEAR, Answers.NONE, null));

        assertThatExceptionOfType(FaultyAnswers.class).isThrownBy(() -> send(NGO_CASEWORKER, id));
        run(NGO_CASEWORKER, () -> contacts.save(id, 1, Some.adult()));
        send(NGO_CASEWORKER, id);

        Contact sent = as(NGO_CASEWORKER, () -> contacts.get(id));
        assertThat(sent.isSent()).isTrue();
        assertThat(sent.answers()).isEqualTo(Some.adult());
        assertThat(sent.version()).isEqualTo(3);
    }

    @Test
    void whatCannotBeIsNotEvenADraft() {
        Answers wrong = Some.adult()
                .with("needs", Answer.Codes.of("basic"))
                .with("met_by_authority", Answer.Codes.of("financial"));

        assertThatExceptionOfType(FaultyAnswers.class)
                .isThrownBy(() -> begin(NGO_CASEWORKER, wrong))
                .satisfies(faulty -> assertThat(faulty.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.question()).isEqualTo("met_by_authority")));
    }

    @Test
    void whoeverReadAnOlderVersionOverwritesNothing() {
        ContactId id = begin(NGO_CASEWORKER, Some.adult());
        run(NGO_CASEWORKER, () -> contacts.save(id, 1, Some.adult().with("sex", Answer.Codes.of("male"))));

        assertThatExceptionOfType(MeanwhileChanged.class)
                .isThrownBy(() -> run(NGO_CASEWORKER, () -> contacts.save(id, 1, Some.adult())));
    }

    @Test
    void anotherMemberAndABystanderSeeNothing() {
        ContactId id = begin(NGO_CASEWORKER, Some.adult());
        run(NGO_CASEWORKER, () -> ways.refer(id, "pärm 7"));
        send(NGO_CASEWORKER, id);

        for (Personas other : List.of(SHELTER_CASEWORKER, NORD_COORDINATOR, NATIONAL_COORDINATOR)) {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> as(other, () -> contacts.get(id)));
            assertThat(as(other, () -> ways.references(List.of(id)))).isEmpty();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> run(other, () -> ways.refer(id, "min")));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> run(other, () -> contacts.strike(id, 2, "Fel.")));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> as(other, () -> compilation.progress(YEAR)));
        }
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> begin(NORD_COORDINATOR, Some.adult()));
    }

    @Test
    void nobodySeesNothing() {
        ContactId id = begin(NGO_CASEWORKER, Some.adult());

        for (String table : List.of("contact", "own_reference", "contact_case", "contact_change", "participant")) {
            assertThat(TestInstallation.application()
                            .sql("select count(*) from surveys." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(id).isNotNull();
    }

    @Test
    void thePlatformReadsWhatWasSentAndNoDraftAndNoReference() {
        ContactId draft = begin(NGO_CASEWORKER, Some.adult());
        ContactId sent = begin(NGO_CASEWORKER, Some.adult());
        run(NGO_CASEWORKER, () -> ways.refer(sent, "hyllan"));
        send(NGO_CASEWORKER, sent);

        List<ContactId> read =
                as(PLATFORM_COORDINATOR, () -> compilation.list(YEAR, SurveyForm.ADULT, 0, 10_000)).stream()
                        .map(Contact::id)
                        .toList();
        assertThat(read).contains(sent).doesNotContain(draft);
        assertThat(as(PLATFORM_COORDINATOR, () -> ways.references(List.of(sent, draft))))
                .isEmpty();
        assertThat(inPart(PLATFORM_COORDINATOR, () -> sql.fetchCount(org.jooq.impl.DSL.table("surveys.own_reference"))))
                .isZero();
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> as(PLATFORM_COORDINATOR, () -> contacts.get(sent)));
        assertThat(as(PLATFORM_COORDINATOR, () -> compilation.progress(YEAR))).anySatisfy(progress -> {
            assertThat(progress.label()).isEqualTo("ORG-01");
            assertThat(progress.hasAnswered()).isTrue();
            assertThat(progress.adults()).isPositive();
        });
    }

    /// Whoever could name itself the platform would read what everybody sent.
    @Test
    void nobodyElseMakesItselfAPlatform() {
        String attack =
                "insert into surveys.participant (organisation, platform, label, joined_at) values (?, ?, 'ORG-99', now())";

        for (Personas attacker : List.of(NORD_COORDINATOR, SHELTER_CASEWORKER, NATIONAL_COORDINATOR)) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> inPart(
                            attacker,
                            () -> sql.execute(
                                    attack,
                                    Personas.Place.MUNICIPALITY.id().value(),
                                    attacker.place().id().value())));
        }
    }

    @Test
    void aReferenceIsNoPersonalNumber() {
        ContactId id = begin(NGO_CASEWORKER, Some.adult());

        for (String number : List.of("19900101-2384", "900101 2384", "Mai 19900161 2384", "9001012384")) {
            assertThatIllegalArgumentException().isThrownBy(() -> run(NGO_CASEWORKER, () -> ways.refer(id, number)));
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> inPart(
                            NGO_CASEWORKER,
                            () -> sql.execute(
                                    "insert into surveys.own_reference values (?, ?, ?)",
                                    id.value(),
                                    NGO_CASEWORKER.place().id().value(),
                                    number)));
        }
        run(NGO_CASEWORKER, () -> ways.refer(id, "2025-114"));
        assertThat(as(NGO_CASEWORKER, () -> ways.reference(id))).contains("2025-114");
    }

    @Test
    void aCorrectionKeepsWhatWasSaidAndSaysWhy() {
        ContactId id = sent(NGO_CASEWORKER, Some.adult());

        assertThatExceptionOfType(ReasonNeeded.class)
                .isThrownBy(() -> run(NGO_CASEWORKER, () -> contacts.correct(id, 2, Some.adult(), " ")));
        run(
                NGO_CASEWORKER,
                () -> contacts.correct(id, 2, Some.adult().with("sex", Answer.Codes.of("male")), "Fel kryss."));

        assertThat(TestInstallation.owner()
                        .sql(
                                "select kind || ' ' || field || ' ' || old_value || ' ' || new_value from surveys.contact_change"
                                        + " where contact_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("CORRECTED sex female male");
    }

    /// Whoever leaves a field blank has said nothing, as if the field were not there.
    @Test
    void aBlankReasonIsNone() {
        ContactId id = begin(NGO_CASEWORKER, Some.adult());
        run(NGO_CASEWORKER, () -> contacts.strike(id, 1, "  "));
        run(NGO_CASEWORKER, () -> contacts.restore(id, 2, ""));
        run(NGO_CASEWORKER, () -> contacts.send(id, 3, " "));

        assertThat(as(NGO_CASEWORKER, () -> contacts.get(id)).isSent()).isTrue();
        for (String blank : new String[] {null, "", " \t"}) {
            assertThatExceptionOfType(ReasonNeeded.class)
                    .isThrownBy(() -> run(NGO_CASEWORKER, () -> contacts.strike(id, 4, blank)));
        }
        run(NGO_CASEWORKER, () -> contacts.strike(id, 4, " Dubbel. "));
        for (String blank : new String[] {null, "", " "}) {
            assertThatExceptionOfType(ReasonNeeded.class)
                    .isThrownBy(() -> run(NGO_CASEWORKER, () -> contacts.restore(id, 5, blank)));
        }
        assertThat(TestInstallation.owner()
                        .sql("select reason from surveys.contact_change where contact_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("Dubbel.");
    }

    @Test
    void whatWasSentStaysSent() {
        ContactId id = sent(NGO_CASEWORKER, Some.adult());

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> inPart(
                        NGO_CASEWORKER,
                        () -> sql.execute(
                                "update surveys.contact set state = 'DRAFT', sent_at = null where id = ?",
                                id.value())));
    }

    @Test
    void whatIsChangedAfterTheClosingIsListedAsARevision() {
        ContactId before = sent(NGO_CASEWORKER, Some.adult());
        ContactId late = begin(NGO_CASEWORKER, Some.adult());
        run(PLATFORM_COORDINATOR, () -> years.close(YEAR));
        try {
            assertThat(as(NGO_CASEWORKER, () -> years.isClosed(YEAR))).isTrue();
            assertThatExceptionOfType(ReasonNeeded.class).isThrownBy(() -> send(NGO_CASEWORKER, late));
            run(NGO_CASEWORKER, () -> contacts.send(late, 1, "Kom bort i posten."));
            run(NGO_CASEWORKER, () -> contacts.strike(before, 2, "Samma person två gånger."));

            assertThat(as(PLATFORM_COORDINATOR, () -> compilation.revisions(YEAR, 100)))
                    .extracting(revision -> revision.contact().value() + " " + revision.kind())
                    .contains(late.value() + " SENT", before.value() + " STRUCK");
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> run(NGO_CASEWORKER, () -> years.close(YEAR)));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> as(SHELTER_CASEWORKER, () -> compilation.revisions(YEAR, 100)));
            // Members outside the platform know of no closing.
            assertThat(as(NORD_COORDINATOR, () -> years.isClosed(YEAR))).isFalse();
        } finally {
            TestInstallation.owner().sql("delete from surveys.year").update();
        }
    }

    @Test
    void informalNotesAreReadByThePlatformOnceSent() {
        InformalNotes.Told told = InformalNotes.Told.of(10, 30, List.of("labour"), "Fler på byggen än förra året.");
        var id = as(SHELTER_CASEWORKER, () -> notes.write(YEAR, told));

        assertThat(as(PLATFORM_COORDINATOR, () -> notes.listSent(YEAR)))
                .extracting(InformalNotes.Note::id)
                .doesNotContain(id);
        run(SHELTER_CASEWORKER, () -> notes.change(id, 1, told, true));
        assertThat(as(PLATFORM_COORDINATOR, () -> notes.listSent(YEAR)))
                .extracting(InformalNotes.Note::id)
                .contains(id);
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> as(NGO_CASEWORKER, () -> notes.get(id)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InformalNotes.Told.of(1, 1, List.of(), "Det var 900101-2384."));
    }

    private ContactId begin(Personas who, Answers answers) {
        return as(who, () -> contacts.begin(SurveyForm.ADULT, YEAR, answers, null));
    }

    private ContactId sent(Personas who, Answers answers) {
        ContactId id = begin(who, answers);
        send(who, id);
        return id;
    }

    private void send(Personas who, ContactId id) {
        run(who, () -> contacts.send(id, contacts.get(id).version(), null));
    }

    private static <T> T as(Personas who, Supplier<T> work) {
        return who.acting().get(work);
    }

    private static void run(Personas who, Runnable work) {
        who.acting().run(work);
    }

    private <T> T inPart(Personas who, Supplier<T> work) {
        List<T> result = new ArrayList<>();
        who.acting().run(() -> transaction.executeWithoutResult(status -> result.add(work.get())));
        return result.getFirst();
    }
}
