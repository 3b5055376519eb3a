package se.ledfyr.returns;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.people.ManyParcels;
import se.ledfyr.people.ParcelContent;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// Reading returns: lists by stage, one return, a group. What is read is noted.
@Service
@Transactional
public class Returns {

    /// Lines on a page of a list.
    public static final int LINES = 50;

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final ReturnRows rows;
    private final ReturnCourseRows course;
    private final ReturnCostRows costs;
    private final ReturnGroupRows groups;
    private final ManyParcels parcels;
    private final People people;
    private final Organisations organisations;
    private final AuditLog audit;

    Returns(
            ReturnRows rows,
            ReturnCourseRows course,
            ReturnCostRows costs,
            ReturnGroupRows groups,
            ManyParcels parcels,
            People people,
            Organisations organisations,
            AuditLog audit) {
        this.rows = rows;
        this.course = course;
        this.costs = costs;
        this.groups = groups;
        this.parcels = parcels;
        this.people = people;
        this.organisations = organisations;
        this.audit = audit;
    }

    /// Whether the acting organisation has to do with returns: a coordination office, or who carries them out.
    public static boolean isEnd(Organisation organisation) {
        return organisation.kind() == OrganisationKind.REGIONAL_COORDINATION
                || organisation.kind() == OrganisationKind.RETURN_OPERATOR;
    }

    /// The acting organisation, if it is an end of returns.
    ///
    /// @throws NotHere for every other
    public Organisation self() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return organisations
                .find(Acting.current().organisation())
                .filter(Returns::isEnd)
                .orElseThrow(NotHere::new);
    }

    /// A page of a stage, what is due first comes first.
    ///
    /// @param after where the page begins; null for the first one
    /// @throws NotHere when the acting organisation is no end of returns; so the others
    public ReturnPage list(Stage stage, ReturnPage.@Nullable Place after) {
        List<ReturnLine> found = rows.list(isOperator(), stage, after, LINES + 1);
        List<ReturnLine> shown = named(found.subList(0, Math.min(LINES, found.size())));
        if (found.size() <= LINES) {
            return new ReturnPage(shown, null);
        }
        Return last = shown.getLast().application();
        return new ReturnPage(
                shown, new ReturnPage.Place(last.due().on(), last.id().value()));
    }

    public StageCounts count() {
        return rows.count(isOperator(), today());
    }

    public List<ReturnGroup> groups() {
        return groups.latest(isOperator(), Acting.current().organisation().value());
    }

    /// One return with everything the acting organisation may see of it. Noted as read.
    ///
    /// @throws NotHere when it is not there for the acting organisation
    public ReturnFile get(ReturnId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        ReturnLine line = rows.find(id).orElseThrow(NotHere::new);
        Return one = line.application();
        boolean waits =
                one.decision().state() == ReturnState.SENT && !one.office().equals(current());
        Map<ParcelId, ParcelContent> told =
                waits && one.parcel() != null ? parcels.look(List.of(one.parcel())) : Map.of();
        note(Action.READ, List.of(line));
        return new ReturnFile(
                namedOnly(List.of(line)).getFirst(),
                waits ? Course.NONE : course.of(id),
                costs.listOf(id),
                namedOnly(rows.companions(id)),
                one.parcel() == null ? null : told.get(one.parcel()));
    }

    /// A group with everybody in it. Noted as listed.
    ///
    /// @throws NotHere when it is not there for the acting organisation
    public GroupFile get(GroupId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        ReturnGroup group = groups.find(id).orElseThrow(NotHere::new);
        List<ReturnLine> lines = named(rows.listOf(id));
        Map<ParcelId, ReturnId> waiting = new LinkedHashMap<>();
        if (!group.office().equals(current())) {
            lines.stream()
                    .map(ReturnLine::application)
                    .filter(one -> one.decision().state() == ReturnState.SENT && one.parcel() != null)
                    .forEach(one -> waiting.put(Objects.requireNonNull(one.parcel()), one.id()));
        }
        Map<ReturnId, ParcelContent> told = new LinkedHashMap<>();
        parcels.look(waiting.keySet()).forEach((parcel, content) -> told.put(waiting.get(parcel), content));
        return new GroupFile(group, lines, costs.listOf(id), told);
    }

    /// The returns of a person in the acting organisation's keeping, newest first.
    public List<ReturnLine> listOf(PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.listOf(person);
    }

    /// Adds a line to the plan of costs of a group, and shares it out anew.
    ///
    /// @throws NotHere when the group is not there for the acting organisation
    public void addCost(GroupId id, NewCost cost) {
        requireGroup(id);
        costs.addToGroup(id, cost);
        costsChanged(id);
    }

    /// @throws NotHere when there is no such line in the group
    public void removeCost(GroupId id, UUID line) {
        requireGroup(id);
        if (!costs.removeFromGroup(id, line)) {
            throw new NotHere();
        }
        costsChanged(id);
    }

    private void requireGroup(GroupId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (groups.find(id).isEmpty()) {
            throw new NotHere();
        }
    }

    private void costsChanged(GroupId id) {
        costs.shareOut(id);
        audit.note(Action.RETURN_CHANGED, Subject.RETURN_GROUP, List.of(id.value()), null, "costs");
    }

    private boolean isOperator() {
        return self().kind() == OrganisationKind.RETURN_OPERATOR;
    }

    private List<ReturnLine> named(List<ReturnLine> lines) {
        if (!lines.isEmpty()) {
            note(Action.LISTED, lines);
        }
        return namedOnly(lines);
    }

    private List<ReturnLine> namedOnly(List<ReturnLine> lines) {
        Map<PersonId, PersonName> names = people.names(
                lines.stream().map(ReturnLine::person).filter(Objects::nonNull).toList());
        return lines.stream()
                .map(line -> line.person() == null ? line : line.named(names.get(line.person())))
                .toList();
    }

    /// By person where one is kept, so that an entry about somebody sealed is hidden with them.
    private void note(Action action, List<ReturnLine> lines) {
        List<UUID> persons = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        for (ReturnLine line : lines) {
            if (line.person() == null) {
                others.add(line.application().id().value());
            } else {
                persons.add(line.person().value());
            }
        }
        if (!persons.isEmpty()) {
            audit.note(action, Subject.PERSON, persons, null, "returns");
        }
        if (!others.isEmpty()) {
            audit.note(action, Subject.RETURN, others, null, null);
        }
    }

    private static OrganisationId current() {
        return Acting.current().organisation();
    }

    private LocalDate today() {
        return rows.now().atZoneSameInstant(SWEDISH_TIME).toLocalDate();
    }
}
