package se.ledfyr.emergency;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// That a person's case is there for named members alone.
///
/// @param reason why; null when it can no longer be read because everything about the person was erased
/// @param insiders for whom the case is there, since longest first
public record Seal(Instant at, MemberId by, @Nullable String reason, List<Insider> insiders) {

    /// A member for whom a sealed case is there.
    ///
    /// @param by who named them; null when the case fell to them because nobody else was left
    public record Insider(
            MemberId member, Instant since, @Nullable MemberId by) {}

    public Seal {
        insiders =
                insiders.stream().sorted(Comparator.comparing(Insider::since)).toList();
    }

    /// Whether the case is there for a member at any time, not only while the glass is broken.
    public boolean isFor(@Nullable MemberId member) {
        return members().contains(member);
    }

    Set<MemberId> members() {
        return insiders.stream().map(Insider::member).collect(Collectors.toSet());
    }

    /// The reason may say who somebody is.
    @Override
    public String toString() {
        return "Seal[" + insiders.size() + "]";
    }
}
