package se.ledfyr.needs;

import org.jspecify.annotations.Nullable;

/// A child of somebody in a case, as first written down. No name: a child whose identity is needed is registered.
///
/// @param age whole years, 0 under one year; null when not known, which is still a child
/// @param sex code of list `sex`
public record NewChild(ChildPlace place, @Nullable Integer age, String sex) {

    static final int MAX_AGE = 17;

    public NewChild {
        if (age != null && (age < 0 || age > MAX_AGE)) {
            throw new IllegalArgumentException("a child is 0 to %d years".formatted(MAX_AGE));
        }
    }
}
