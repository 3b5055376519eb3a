package se.ledfyr.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.Route;
import se.ledfyr.needs.Contact.Authority;
import se.ledfyr.people.People;

@HouseTest
class ChildrenTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Children children;

    @Autowired
    Needs needs;

    @Autowired
    Cases cases;

    @Autowired
    Registrations registrations;

    @Autowired
    People people;

    @Test
    void childrenAreAskedForInThreePlaces() throws Exception {
        CaseId caseId = opened("adult");
        assertThat(picture(caseId).notAsked()).containsExactly(ChildPlace.values());

        nord(() -> {
            children.answer(caseId, ChildPlace.ACCOMPANYING, "no");
            children.add(caseId, new NewChild(ChildPlace.HOME_COUNTRY, null, "unknown"));
            return caseId;
        });

        ChildrenPicture picture = picture(caseId);
        assertThat(picture.notAsked()).containsExactly(ChildPlace.ELSEWHERE_IN_SWEDEN);
        assertThat(picture.answer(ChildPlace.HOME_COUNTRY).orElseThrow().answer())
                .isEqualTo("yes");
    }

    @Test
    void theSocialServicesAndTheChildrensHouseAreRemindedOfUntilSomebodyTurnedToThem() throws Exception {
        CaseId caseId = opened("adult");
        ChildId child = nord(() -> children.add(caseId, new NewChild(ChildPlace.ACCOMPANYING, 7, "female")));
        assertThat(picture(caseId).reminders())
                .extracting(Reminder::authority)
                .containsExactly(Authority.SOCIAL_SERVICES, Authority.BARNAHUS);

        nord(() -> {
            children.contact(caseId, new Contact(child, Authority.SOCIAL_SERVICES, "reported", DAY));
            return child;
        });

        assertThat(picture(caseId).reminders()).extracting(Reminder::authority).containsExactly(Authority.BARNAHUS);
    }

    @Test
    void whoeverMayBeAChildTakesTheChildRoute() throws Exception {
        CaseId unsure = opened("unknown");

        Need need = nord(() -> needs.get(needs.add(unsure, need(null))));

        assertThat(need.childRoute()).isTrue();
        assertThat(picture(unsure).reminders())
                .extracting(Reminder::authority)
                .containsExactly(Authority.SOCIAL_SERVICES, Authority.BARNAHUS);
    }

    @Test
    void eachChildHasNeedsOfItsOwn() throws Exception {
        CaseId caseId = opened("adult");
        ChildId child = nord(() -> children.add(caseId, new NewChild(ChildPlace.ACCOMPANYING, 0, "male")));

        nord(() -> needs.add(caseId, need(null)));
        Need childs = nord(() -> needs.get(needs.add(caseId, need(child))));

        assertThat(childs.childRoute()).isTrue();
        assertThat(nord(() -> needs.listOf(caseId))).extracting(Need::child).containsExactlyInAnyOrder(null, child);
    }

    @Test
    void aChildGetsACaseOfItsOwnWithItsNeeds() throws Exception {
        CaseId caseId = opened("adult");
        ChildId child = nord(() -> children.add(caseId, new NewChild(ChildPlace.ACCOMPANYING, 9, "female")));
        NeedId mothers = nord(() -> needs.add(caseId, need(null)));
        NeedId childs = nord(() -> needs.add(caseId, need(child)));

        CaseId own = nord(() -> children.openCase(child));

        assertThat(nord(() -> cases.get(own)).route()).isEqualTo(Route.CHILD);
        assertThat(nord(() -> needs.listOf(own))).extracting(Need::id).containsExactly(childs);
        assertThat(nord(() -> needs.listOf(caseId))).extracting(Need::id).containsExactly(mothers);
        assertThat(picture(caseId).children()).extracting(Child::ownCase).containsExactly(own);
        assertThat(picture(caseId).reminders()).as("they follow the child").isEmpty();
        NORD_COORDINATOR
                .acting()
                .run(() ->
                        assertThatExceptionOfType(NotHere.class).as("once").isThrownBy(() -> children.openCase(child)));
    }

    @Test
    void childrenAreNobodyElsesBusiness() throws Exception {
        CaseId caseId = opened("adult");
        ChildId child = nord(() -> children.add(caseId, new NewChild(ChildPlace.ACCOMPANYING, 7, "female")));
        NeedId need = nord(() -> needs.add(caseId, need(child)));

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> children.find(child));
        SYD_COORDINATOR.acting().run(() -> {
            assertThat(children.find(child)).isEmpty();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> children.openCase(child));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> children.answer(caseId, ChildPlace.ACCOMPANYING, "no"));
        });
        nord(() -> {
            needs.release(need, UUID.randomUUID(), Set.of(NGO_CASEWORKER.place().id()));
            return need;
        });
        NGO_CASEWORKER.acting().run(() -> {
            assertThat(children.find(child)).isEmpty();
            needs.takeOver(need, null);
            assertThat(children.find(child))
                    .as("who owes the need knows how old the child is")
                    .isPresent();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> children.strike(child, "why"));
        });
    }

    @Test
    void aChildIsUnderEighteen() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewChild(ChildPlace.ACCOMPANYING, 18, "male"));
        assertThatIllegalArgumentException()
                .as("everything is written one by one")
                .isThrownBy(() -> new NewNeed(NewNeed.ALL, null, DAY, "police", false, null));
    }

    private ChildrenPicture picture(CaseId caseId) throws Exception {
        return nord(() -> children.of(cases.get(caseId)));
    }

    private CaseId opened(String ageGroup) throws Exception {
        Facts facts = new Facts(
                DAY,
                "nord",
                null,
                "female",
                ageGroup,
                null,
                null,
                new TreeSet<>(List.of("sexual")),
                null,
                "police",
                null,
                null,
                null,
                0,
                false,
                false);
        return nord(() -> {
            RegistrationId registration =
                    registrations.register(people.addWithoutIdentity(), facts, Circumstances.notStated());
            return cases.open(registration);
        });
    }

    private static NewNeed need(@org.jspecify.annotations.Nullable ChildId child) {
        return new NewNeed("psychological", child, DAY, "social_services", false, null);
    }

    private static <T> T nord(Callable<T> work) throws Exception {
        return NORD_COORDINATOR.acting().call(work);
    }
}
