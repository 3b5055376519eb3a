package se.ledfyr.permits.web;

import org.springframework.stereotype.Component;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;

/// The case whose page a form belongs to. Only the holder of an open case writes; to everybody else there is no such
/// page.
@Component("permitHeldCase")
class HeldCase {

    private final Cases cases;

    HeldCase(Cases cases) {
        this.cases = cases;
    }

    /// @throws NotHere when the acting organisation holds no such open case
    CaseFile get(CaseId id) {
        CaseFile file = cases.getHeld(id);
        if (!file.isOpen()) {
            throw new NotHere();
        }
        return file;
    }
}
