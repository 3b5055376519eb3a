package se.ledfyr.guidance.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Role;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// The colleagues who can see to a task, by name.
///
/// Public for the templates alone.
public final class Colleagues {

    private static final String DUTY = "duty";
    private static final Set<Role> WORKING = EnumSet.of(Role.COORDINATOR, Role.CASEWORKER, Role.LEAD);

    private final List<Member> working;
    private final Map<MemberId, String> names;
    private final Texts texts;

    Colleagues(List<Member> members, Texts texts) {
        this.working = members.stream()
                .filter(member -> member.active() && member.roles().stream().anyMatch(WORKING::contains))
                .toList();
        this.names = members.stream().collect(Collectors.toMap(Member::id, Member::name));
        this.texts = texts;
    }

    /// Who sees to something.
    public String name(HolderInside owner) {
        return switch (owner) {
            case HolderInside.Colleague one -> names.getOrDefault(one.member(), texts.get("guidance.owner.gone"));
            case HolderInside.Duty duty -> duty.isCommon() ? texts.get("guidance.owner.duty") : duty.name();
        };
    }

    /// Everybody who can see to something, and the duty function.
    public List<Option> options(String chosen) {
        return Stream.concat(
                        working.stream()
                                .map(member -> option(member.id().value().toString(), member.name(), chosen)),
                        Stream.of(option(DUTY, texts.get("guidance.owner.duty"), chosen)))
                .toList();
    }

    /// Who was chosen; null for somebody who cannot see to anything.
    @Nullable
    HolderInside read(String sent) {
        if (sent.equals(DUTY)) {
            return HolderInside.ON_DUTY;
        }
        return working.stream()
                .map(Member::id)
                .filter(id -> id.value().toString().equals(sent))
                .findFirst()
                .map(HolderInside.Colleague::new)
                .orElse(null);
    }

    private static Option option(String value, String label, String chosen) {
        return new Option(value, label, Objects.equals(value, chosen));
    }
}
