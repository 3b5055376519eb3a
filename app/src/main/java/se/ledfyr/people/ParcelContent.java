package se.ledfyr.people;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What goes into a parcel: the groups that were chosen, and the values of those that are not the identity's.
///
/// Who somebody is, is not given here: for [FieldGroup#IDENTITY] and [FieldGroup#CONTACT] it is taken from what
/// the sender keeps. A chosen group without values is sent empty: that nothing is known is also an answer.
///
/// @param groups what was chosen, at least one
/// @param values fields and their values in each group, of groups that were chosen; codes as the code lists have
///     them, words at most 4000 characters
public record ParcelContent(Set<FieldGroup> groups, Map<FieldGroup, Map<String, String>> values) {

    static final int MAX_VALUE = 4_000;
    static final int MAX_FIELDS = 40;

    public ParcelContent {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("A parcel without a group");
        }
        Set<FieldGroup> chosen = Collections.unmodifiableSet(EnumSet.copyOf(groups));
        Map<FieldGroup, Map<String, String>> kept = new EnumMap<>(FieldGroup.class);
        values.forEach((group, fields) -> {
            if (!chosen.contains(group) || group.isOpenedByAdoption()) {
                throw new IllegalArgumentException("Values of a group that was not chosen, or is taken from the file");
            }
            kept.put(group, kept(fields));
        });
        groups = chosen;
        values = Collections.unmodifiableMap(kept);
    }

    /// Groups alone, as where only who it is goes along.
    public static ParcelContent of(Set<FieldGroup> groups) {
        return new ParcelContent(groups, Map.of());
    }

    private static Map<String, String> kept(Map<String, String> fields) {
        Map<String, String> kept = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            String text = value.strip();
            if (!field.matches("[a-z_]{1,40}") || text.length() > MAX_VALUE) {
                throw new IllegalArgumentException(
                        "A field is named in small letters and holds at most %d characters".formatted(MAX_VALUE));
            }
            if (!text.isEmpty()) {
                kept.put(field, text);
            }
        });
        if (kept.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("More than %d fields in a group".formatted(MAX_FIELDS));
        }
        return Collections.unmodifiableMap(kept);
    }

    /// Never what is in it.
    @Override
    public String toString() {
        return "ParcelContent" + groups;
    }
}
