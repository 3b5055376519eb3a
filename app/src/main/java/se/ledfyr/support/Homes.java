package se.ledfyr.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.programmes.GrantId;

/// The register of homes. It belongs to the programme's office; everybody else who works with people sees only which
/// regions have homes for whom.
///
/// Where a home lies is sealed. Whoever opens it says why, and that is noted.
@Service
@Transactional
public class Homes {

    /// Most places a home can have.
    public static final int MOST_PLACES = 500;

    private final HomeRows rows;
    private final ApplicationRows applications;
    private final ApplicationNotes notes;
    private final Office office;
    private final AuditLog audit;

    Homes(HomeRows rows, ApplicationRows applications, ApplicationNotes notes, Office office, AuditLog audit) {
        this.rows = rows;
        this.applications = applications;
        this.notes = notes;
        this.office = office;
        this.audit = audit;
    }

    /// The homes and how full they are tonight, in the order in which they were taken into the register.
    public List<Home> list() {
        office.require();
        return rows.list(false, office.today());
    }

    /// Also those that have closed.
    public List<Home> listEver() {
        office.require();
        return rows.list(true, office.today());
    }

    /// @throws NotHere when there is no such home
    public Home get(HomeId id) {
        office.require();
        return rows.find(id, office.today()).orElseThrow(NotHere::new);
    }

    /// The places of a home tonight and until when each is taken.
    public List<PlaceTonight> placesOf(HomeId id) {
        office.require();
        return rows.placesOn(id, office.today());
    }

    /// For which groups there are homes, by region. A region without any is not in it.
    public Map<String, Set<String>> covered() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.covered();
    }

    /// Takes a home into the register.
    ///
    /// @param places how many places it has from `from` on
    /// @param address its name and address, sealed; empty when it is not to be kept here
    public HomeId add(HomeFacts facts, int places, LocalDate from, String address) {
        office.require();
        check(places);
        HomeId id = rows.insert(facts, address.strip(), office.now());
        rows.setPlaces(id, places, from);
        note(id, Action.HOME_CHANGED, null, "added");
        return id;
    }

    /// Puts right what is known of a home, or closes it.
    ///
    /// @param closedOn since when it takes nobody; those who live there stay until their last day
    /// @throws NotHere when there is no such home
    public void change(HomeId id, HomeFacts facts, @Nullable LocalDate closedOn) {
        get(id);
        rows.update(id, facts, closedOn);
        note(id, Action.HOME_CHANGED, null, "changed");
    }

    /// Lets a home have so many places from a day on.
    ///
    /// @throws NotHere when there is no such home
    /// @throws Clash when somebody has a place that would then be no more
    public void setPlaces(HomeId id, int count, LocalDate from) {
        get(id);
        check(count);
        try {
            rows.setPlaces(id, count, from);
        } catch (DataIntegrityViolationException refused) {
            throw Clash.of(refused);
        }
        note(id, Action.HOME_CHANGED, null, "places " + count);
    }

    /// @param address 1 to 2000 characters
    /// @throws NotHere when there is no such home
    public void setAddress(HomeId id, String address) {
        get(id);
        rows.setAddress(id, address.strip());
        note(id, Action.HOME_CHANGED, null, "address");
    }

    /// Opens where a home lies.
    ///
    /// @param reason 1 to 2000 characters, in the member's own words
    /// @throws NotHere when there is no such home, or its address is not kept
    public String openAddress(HomeId id, String reason) {
        get(id);
        String address = rows.findAddress(id).orElseThrow(NotHere::new);
        note(id, Action.HOME_ADDRESS_READ, reason, null);
        return address;
    }

    /// Sends where a home lies to whoever applied for somebody who lives there or will, sealed for that application. To
    /// nobody else and of no other home: what a form says about who it was is not believed.
    ///
    /// @throws NotHere when there is no such home or application, or the person does not live there
    public void sendAddress(GrantId grant, HomeId id, ApplicationId application) {
        get(id);
        if (!rows.isHomeOf(id, grant)) {
            throw new NotHere();
        }
        Application to = applications
                .findOf(grant)
                .filter(found -> found.id().equals(application))
                .filter(found -> found.to().equals(Acting.current().organisation()))
                .filter(found -> found.state() == ApplicationState.GRANTED && found.channel() == Channel.LEDFYR)
                .orElseThrow(NotHere::new);
        String address = rows.findAddress(id).orElseThrow(NotHere::new);
        notes.write(application, Note.Kind.ADDRESS, to.from(), address);
        audit.note(Action.HOME_ADDRESS_READ, Subject.HOME, List.of(id.value(), application.value()), null, "sent");
    }

    private void note(HomeId id, Action action, @Nullable String reason, @Nullable String detail) {
        audit.note(action, Subject.HOME, List.of(id.value()), reason, detail);
    }

    private static void check(int places) {
        if (places < 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException("A home has 0 to %d places".formatted(MOST_PLACES));
        }
    }
}
