package se.ledfyr.handover.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.ledfyr.consent.Basis;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.AnswerRule;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.People;

/// What somebody wrote in the form of an offer, as they wrote it. Public for the templates alone.
public final class OfferForm {

    private final MultiValueMap<String, String> sent;
    private final Map<String, String> errors = new LinkedHashMap<>();

    OfferForm(MultiValueMap<String, String> sent) {
        this.sent = new LinkedMultiValueMap<>(sent);
    }

    static OfferForm empty() {
        return new OfferForm(new LinkedMultiValueMap<>());
    }

    public String one(String field) {
        String value = sent.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public List<String> all(String field) {
        return sent.getOrDefault(field, List.of());
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    /// Keys of what is wrong, by field.
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    void wrong(String field, String key) {
        errors.putIfAbsent(field, key);
    }

    boolean isFine() {
        return errors.isEmpty();
    }

    Optional<OrganisationId> to() {
        Optional<OrganisationId> to = organisation(one("to"));
        if (to.isEmpty()) {
            wrong("to", "handover.error.receiver");
        }
        return to;
    }

    String why() {
        if (!isGiven(one("why"))) {
            wrong("why", "handover.error.words");
        }
        return one("why");
    }

    @Nullable
    AnswerRule rule() {
        return AnswerRule.find(one("rule")).orElse(null);
    }

    Set<FieldGroup> groups() {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        all("groups").forEach(code -> FieldGroup.of(code).ifPresent(groups::add));
        return groups;
    }

    /// What goes along; null when nothing was chosen.
    @Nullable
    Along along() {
        Set<FieldGroup> groups = groups();
        if (groups.isEmpty()) {
            return null;
        }
        if (one("purpose").isEmpty()) {
            wrong("purpose", "handover.error.purpose");
        }
        Basis basis = basis();
        return errors.isEmpty() ? new Along(one("purpose"), groups, basis) : null;
    }

    private Basis basis() {
        String reason = one("ground_reason");
        return switch (one("basis")) {
            case "ground" -> {
                if (one("ground").isEmpty()) {
                    wrong("ground", "handover.error.ground");
                }
                requireReason(reason);
                yield new Basis.LawfulGround(one("ground"), reason);
            }
            case "override" -> {
                requireReason(reason);
                yield new Basis.Override(reason);
            }
            default -> Basis.consent();
        };
    }

    private void requireReason(String reason) {
        if (!People.isReason(reason)) {
            wrong("ground_reason", "handover.error.ground-reason");
        }
    }

    static Optional<OrganisationId> organisation(String text) {
        try {
            return Optional.of(new OrganisationId(UUID.fromString(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /// Whether something was said that can be kept.
    static boolean isGiven(String text) {
        return !text.isBlank() && text.length() <= 2_000 && People.isReason(text.replaceAll("[\\r\\n\\t]", " "));
    }
}
