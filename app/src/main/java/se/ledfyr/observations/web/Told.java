package se.ledfyr.observations.web;

import org.jspecify.annotations.Nullable;

/// What a member told without counting, in words. Public for the templates alone.
///
/// @param people about how many; fewer than ten are not told apart
/// @param forms what they were exploited for; empty for not said
/// @param seen what the member has seen
public record Told(String people, String forms, @Nullable String seen) {

    /// What an organisation wrote stays out of logs.
    @Override
    public String toString() {
        return "Told[]";
    }
}
