package se.ledfyr.handover;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.people.PersonId;

/// What the acting organisation can offer, and to which person of its own it belongs.
@Component
class Matters {

    private final Cases cases;
    private final Needs needs;
    private final OfferRows rows;

    Matters(Cases cases, Needs needs, OfferRows rows) {
        this.cases = cases;
        this.needs = needs;
        this.rows = rows;
    }

    /// @param file the case, where the acting organisation takes part in it
    /// @param person whom it is about, in the acting organisation's keeping, where it knows
    record About(Matter matter, Optional<CaseFile> file, Optional<PersonId> person) {}

    /// @throws NotHere when it is not there for the acting organisation
    About get(Offered what) {
        return switch (what) {
            case Offered.WholeCase whole -> of(whole.id());
            case Offered.OneNeed one -> of(one.id());
        };
    }

    private About of(CaseId id) {
        CaseFile file = cases.get(id);
        boolean acute = needs.listOf(id).stream().anyMatch(need -> need.isOpen() && need.acute());
        return new About(
                new Matter(
                        id,
                        null,
                        null,
                        acute,
                        file.route() == se.ledfyr.casework.Route.CHILD,
                        file.region(),
                        file.municipality()),
                Optional.of(file),
                Optional.of(file.person()));
    }

    private About of(NeedId id) {
        Need need = needs.get(id);
        Optional<CaseFile> file = cases.find(need.caseId());
        if (file.isEmpty()) {
            // The need came here through an offer, whose region and municipality still say where it belongs.
            Matter before = rows.findAccepted(id).orElseThrow(NotHere::new).matter();
            return new About(matter(need, before.region(), before), file, needs.findOwnFile(id));
        }
        CaseFile known = file.get();
        Matter place =
                new Matter(known.id(), null, null, false, need.childRoute(), known.region(), known.municipality());
        return new About(matter(need, known.region(), place), file, Optional.of(known.person()));
    }

    private static Matter matter(Need need, String region, Matter place) {
        return new Matter(
                need.caseId(), need.id(), need.type(), need.acute(), need.childRoute(), region, place.municipality());
    }
}
