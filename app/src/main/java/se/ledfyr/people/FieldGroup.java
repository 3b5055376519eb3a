package se.ledfyr.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// What can be shared about a person, in the portions in which it is chosen. Their names are codes of the list
/// `field_group`.
public enum FieldGroup {
    /// Name, other names and numbers. Opened by adoption only.
    IDENTITY,
    /// Telephones and address. Opened by adoption only.
    CONTACT,
    /// Sex, age, citizenship, language.
    BASICS,
    /// Forms, where, how it began.
    EXPLOITATION,
    SITUATION,
    NEEDS,
    HEALTH_SAFETY,
    NOTE;

    /// As it is stored and as the code list has it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it stays sealed until the addressee has taken over.
    public boolean isOpenedByAdoption() {
        return this == IDENTITY || this == CONTACT;
    }

    /// @return empty for what is no group
    public static Optional<FieldGroup> of(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst();
    }

    /// The codes in the order of the enum, as they are stored.
    public static String[] codes(Collection<FieldGroup> groups) {
        return groups.stream().sorted().distinct().map(FieldGroup::code).toArray(String[]::new);
    }
}
