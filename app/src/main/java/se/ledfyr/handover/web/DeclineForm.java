package se.ledfyr.handover.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.DeclineReason;
import se.ledfyr.handover.Offer;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Option;

/// Reads a no from a form.
@Component
class DeclineForm {

    private final Organisations organisations;
    private final Clock clock;

    DeclineForm(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    /// Whether the receiver of an offer is an authority, and so must say whether it decided in writing.
    boolean isAuthority(Offer offer) {
        return organisations
                .find(offer.to())
                .map(Organisation::kind)
                .orElseThrow()
                .isAuthority();
    }

    List<Option> reasons(Labels labels) {
        return Arrays.stream(DeclineReason.values())
                .map(reason -> new Option(reason.code(), labels.code("decline_reason", reason.code()), false))
                .toList();
    }

    /// @param row what stands before the names of the fields, where a page has several
    /// @return empty when something is missing or cannot be
    Optional<Decline> read(Offer offer, MultiValueMap<String, String> sent, String row) {
        Optional<DeclineReason> reason = DeclineReason.find(one(sent, row + "reason"));
        boolean authority = isAuthority(offer);
        @Nullable Boolean written = authority ? written(one(sent, row + "written")) : null;
        if (reason.isEmpty() || authority != (written != null)) {
            return Optional.empty();
        }
        try {
            LocalDate day = Boolean.TRUE.equals(written) ? LocalDate.parse(one(sent, row + "decided_on")) : null;
            if (day != null && day.isAfter(LocalDate.now(clock))) {
                return Optional.empty();
            }
            return Optional.of(new Decline(reason.get(), one(sent, row + "text"), written, day));
        } catch (DateTimeParseException | IllegalArgumentException cannotBe) {
            return Optional.empty();
        }
    }

    private static @Nullable Boolean written(String value) {
        return switch (value) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    private static String one(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
