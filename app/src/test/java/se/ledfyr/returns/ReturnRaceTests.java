package se.ledfyr.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.RETURN_LEAD;
import static se.ledfyr.returns.TestReturns.TODAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.AtOnce;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.installation.TestInstallation;

/// Whatever two people do at the same moment, a return is decided once, by one of them, and counted as
/// that says.
@HouseTest
class ReturnRaceTests {

    private static final Predicate<RuntimeException> SECOND =
            refused -> refused instanceof RowFault || refused instanceof NotHere;

    @Autowired
    private TestReturns some;

    @Autowired
    private Applying applying;

    @Autowired
    private Admitting admitting;

    @Autowired
    private Returns returns;

    private TestTime time = TestTime.travel();

    @BeforeEach
    void travel() {
        time = TestTime.travel().to(Instant.parse("2026-11-25T09:00:00Z"));
    }

    @AfterEach
    void back() {
        time.close();
    }

    @Test
    void ofManyWhoAdmitAtOnceOneDoes() throws Exception {
        ReturnId id = some.opened(NORD_COORDINATOR, "Samtida Antagen");
        List<Runnable> deeds =
                Collections.nCopies(6, () -> RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY)));
        assertThat(AtOnce.all(deeds, SECOND)).containsOnlyOnce(true);
        assertThat(grants(id)).isOne();
        assertThat(count("returns.own_end where application_id = ?", id)).isEqualTo(2);
    }

    @Test
    void whatIsAdmittedIsNotRefused() throws Exception {
        for (int i = 0; i < 5; i++) {
            ReturnId id = some.opened(NORD_COORDINATOR, "Samtida Avgjord " + (char) ('A' + i));
            List<Boolean> did = AtOnce.all(
                    List.of(
                            () -> RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY)),
                            () -> RETURN_LEAD.acting().run(() -> admitting.refuse(List.of(id), "not_safe", TODAY))),
                    SECOND);
            assertThat(did).containsOnlyOnce(true);
            assertThat(grants(id)).isEqualTo(did.getFirst() ? 1 : 0);
            assertThat(open(id)).as("what was sent along").isEqualTo(0);
        }
    }

    @Test
    void whatIsWithdrawnIsNotAdmitted() throws Exception {
        for (int i = 0; i < 5; i++) {
            ReturnId id = some.opened(NORD_COORDINATOR, "Samtida Tillbakatagen " + (char) ('A' + i));
            List<Boolean> did = AtOnce.all(
                    List.of(
                            () -> RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY)),
                            () -> NORD_COORDINATOR.acting().run(() -> admitting.withdraw(id))),
                    SECOND);
            assertThat(did).containsOnlyOnce(true);
            assertThat(grants(id)).isEqualTo(did.getFirst() ? 1 : 0);
            assertThat(count("returns.own_end where application_id = ? and not closed", id))
                    .isEqualTo(did.getFirst() ? 2 : 0);
            assertThat(open(id)).as("what was sent along").isZero();
        }
    }

    /// One admits from the top, another refuses from the bottom.
    @Test
    void aGroupDecidedSinglyByTwoIsDecidedOnce() throws Exception {
        TestReturns.Found found = some.found(NORD_COORDINATOR, 14);
        GroupId group = NORD_COORDINATOR
                .acting()
                .get(() -> applying.openGroup(some.group(found, List.of(new NewCost("tickets", 1_000_003, 1)))));
        List<ReturnId> ids = new ArrayList<>(ids(group));
        AtomicInteger admitted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Runnable top = () -> ids.forEach(id -> {
            if (AtOnce.did(() -> RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY)), SECOND)) {
                admitted.incrementAndGet();
            }
        });
        Runnable bottom = () -> ids.reversed().forEach(id -> {
            if (AtOnce.did(
                    () -> RETURN_LEAD.acting().run(() -> admitting.refuse(List.of(id), "not_safe", TODAY)), SECOND)) {
                refused.incrementAndGet();
            }
        });
        assertThat(AtOnce.all(List.of(top, bottom), SECOND)).containsOnly(true);
        assertThat(admitted.get() + refused.get()).isEqualTo(14);
        assertThat(single("select count(*) from programmes.amp_grant where group_case = ?", found.code()))
                .isEqualTo(admitted.get());
        if (admitted.get() > 0) {
            assertThat(single(
                            "select sum(planned_ore) from returns.application where state = 'ADMITTED' and group_id = ?::uuid",
                            group.value().toString()))
                    .as("the plan is shared among those who are left, to the öre")
                    .isEqualTo(1_000_003L);
        }
    }

    /// The same people in other orders: nobody waits for somebody who waits for them.
    @Test
    void wholeGroupsInOtherOrdersAreDecidedOnce() throws Exception {
        TestReturns.Found found = some.found(NORD_COORDINATOR, 20);
        GroupId group = NORD_COORDINATOR.acting().get(() -> applying.openGroup(some.group(found, List.of())));
        List<ReturnId> ids = ids(group);
        List<Boolean> did = AtOnce.all(
                List.of(
                        () -> RETURN_CASEWORKER.acting().run(() -> admitting.admit(ids, TODAY)),
                        () -> RETURN_LEAD.acting().run(() -> admitting.admit(ids.reversed(), TODAY)),
                        () -> RETURN_LEAD.acting().run(() -> admitting.refuse(ids, "not_safe", TODAY))),
                SECOND);
        assertThat(did).containsOnlyOnce(true);
        assertThat(single("select count(*) from programmes.amp_grant where group_case = ?", found.code()))
                .isEqualTo(did.get(2) ? 0 : 20);
    }

    private List<ReturnId> ids(GroupId group) {
        return NORD_COORDINATOR
                .acting()
                .get(() -> returns.get(group).lines().stream()
                        .map(line -> line.application().id())
                        .toList());
    }

    private static long grants(ReturnId id) {
        return single(
                "select count(*) from programmes.amp_grant g join programmes.awaited_grant w on w.grant_id = g.id where w.id = ?::uuid"
                        + " and g.withdrawn_at is null",
                id.value().toString());
    }

    private static long open(ReturnId id) {
        return single(
                "select count(*) from people.parcel p join returns.application a on a.parcel_id = p.id"
                        + " where a.id = ?::uuid and p.closed_at is null and p.adopted_at is null",
                id.value().toString());
    }

    private static long count(String from, ReturnId id) {
        return single(
                "select count(*) from " + from.replace("?", "?::uuid"),
                id.value().toString());
    }

    private static long single(String sql, String value) {
        return TestInstallation.owner().sql(sql).param(value).query(Long.class).single();
    }
}
