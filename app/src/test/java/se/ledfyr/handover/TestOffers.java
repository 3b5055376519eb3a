package se.ledfyr.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseLinks;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.LinkKind;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.consent.Basis;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// Cases, needs and offers of fictional people, for tests that need some.
@Component
public class TestOffers {

    public static final String WHY = "Sover i bilen, behöver tak över huvudet i natt";

    private final People people;
    private final Registrations registrations;
    private final Cases cases;
    private final Needs needs;
    private final Offering offering;
    private final CaseLinks linked;
    private final Events events;

    TestOffers(
            People people,
            Registrations registrations,
            Cases cases,
            Needs needs,
            Offering offering,
            CaseLinks linked,
            Events events) {
        this.people = people;
        this.registrations = registrations;
        this.cases = cases;
        this.needs = needs;
        this.offering = offering;
        this.linked = linked;
        this.events = events;
    }

    /// A case of somebody with a name, held by the persona.
    public CaseId caseOf(Personas holder, String name) {
        return holder.acting().get(() -> {
            PersonId person = people.add(Identity.named(name), null, new NameFacts(1990, "TH"));
            RegistrationId registration =
                    registrations.register(person, TestFacts.on(LocalDate.of(2026, 11, 20)), Circumstances.notStated());
            return cases.open(registration);
        });
    }

    /// A case of a child of whoever another case is about, held by the persona and linked to the parent's.
    public CaseId childOf(Personas holder, CaseId parent, String name) {
        return holder.acting().get(() -> {
            PersonId person = people.add(Identity.named(name), null, new NameFacts(2019, "TH"));
            Facts adult = TestFacts.on(LocalDate.of(2026, 11, 20));
            RegistrationId registration = registrations.register(
                    person,
                    new Facts(
                            adult.registeredOn(),
                            adult.region(),
                            adult.municipality(),
                            "female",
                            "child",
                            2019,
                            "TH",
                            adult.forms(),
                            null,
                            "member_organisation",
                            null,
                            null,
                            null,
                            0,
                            false,
                            false),
                    Circumstances.notStated());
            CaseId child = cases.open(registration);
            linked.link(parent, child, LinkKind.PARENT);
            return child;
        });
    }

    /// As many cases as people were found at one place, all in one event, held by the persona.
    public List<CaseId> casesOfOneFind(Personas holder, int people) {
        return holder.acting().get(() -> {
            EventId id = EventId.random();
            String code = "FYND-" + id.value().toString().substring(0, 8).toUpperCase(Locale.ROOT);
            Facts one = TestFacts.on(LocalDate.of(2026, 11, 20));
            events.add(new Event(
                    id,
                    code,
                    one.region(),
                    one.municipality(),
                    null,
                    null,
                    null,
                    null,
                    one.sector(),
                    "police",
                    one.forms()));
            for (int i = 0; i < people; i++) {
                PersonId person = this.people.add(
                        Identity.named("Plockare " + (char) ('A' + i / 26) + (char) ('A' + i % 26) + "sson"),
                        null,
                        new NameFacts(1960 + i, "TH"));
                registrations.register(
                        person,
                        new Facts(
                                one.registeredOn(),
                                one.region(),
                                one.municipality(),
                                "male",
                                "adult",
                                1960 + i,
                                "TH",
                                one.forms(),
                                one.sector(),
                                one.referredBy(),
                                code,
                                one.began(),
                                one.setting(),
                                0,
                                false,
                                false),
                        Circumstances.notStated());
            }
            return cases.openForEvent(id).opened();
        });
    }

    public NeedId needOf(Personas holder, CaseId caseId, String type, boolean acute) {
        return holder.acting()
                .get(() ->
                        needs.add(caseId, new NewNeed(type, null, LocalDate.of(2026, 11, 20), "police", acute, null)));
    }

    public OfferId offerNeed(Personas holder, NeedId need, OrganisationId to) {
        return offer(holder, new Offered.OneNeed(need), to, null);
    }

    public OfferId offerCase(Personas holder, CaseId id, OrganisationId to) {
        return offer(holder, new Offered.WholeCase(id), to, null);
    }

    /// With name and basic facts, on a lawful ground.
    public OfferId offerCaseWithName(Personas holder, CaseId id, OrganisationId to) {
        Along along = new Along(
                "coordination",
                Set.of(FieldGroup.IDENTITY, FieldGroup.BASICS),
                new Basis.LawfulGround("vital_interest", "Kan inte svara själv just nu"));
        return offer(holder, new Offered.WholeCase(id), to, along);
    }

    private OfferId offer(Personas holder, Offered what, OrganisationId to, @Nullable Along along) {
        return holder.acting().get(() -> offering.offer(new NewOffer(what, to, WHY, null, along)));
    }
}
