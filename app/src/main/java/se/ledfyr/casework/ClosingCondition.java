package se.ledfyr.casework;

import java.util.List;

/// Something a module wants settled before a case may be closed. A bean of this type is asked in the
/// transaction that closes the case, and once more by the page that offers to close it.
public interface ClosingCondition {

    /// What stands in the way, as keys of messages that say it in a sentence; empty when nothing does.
    List<String> obstacles(CaseFile file);
}
