package se.ledfyr.handover.web;

import java.util.List;
import java.util.Map;
import se.ledfyr.pages.Option;

/// What can be chosen in the form of an offer. Public for the templates alone.
///
/// @param receivers under the kind of organisation
/// @param override whether the reader may share without consent and without a ground
public record Chosen(
        Map<String, List<Option>> receivers,
        List<Option> rules,
        List<Option> groups,
        List<Option> purposes,
        List<Option> grounds,
        boolean override) {}
