package se.ledfyr.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Links between the records of one file, which may point forward.
///
/// Ids take as much memory as [SeenIds] says; besides that, only links whose target has not come yet are remembered.
final class RowLinks {

    private record Open(long line, UUID target) {}

    private final SeenIds targets = new SeenIds();
    private final List<Open> open = new ArrayList<>();

    void see(CrossRule.LinkInFile rule, CheckedRow row) {
        if (rule.target().codes().contains(row.textOf(rule.target().column()))) {
            targets.add(row.id(rule.id()));
        }
        UUID link = row.idOrNull(rule.link());
        if (link != null && !targets.contains(link)) {
            open.add(new Open(row.line(), link));
        }
    }

    /// Lines whose link leads nowhere in the file.
    List<Long> broken() {
        return open.stream()
                .filter(link -> !targets.contains(link.target()))
                .map(Open::line)
                .toList();
    }
}
