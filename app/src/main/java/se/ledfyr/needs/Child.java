package se.ledfyr.needs;

import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.CaseId;

/// A child of somebody in a case.
///
/// @param number tells the children of a case apart, from 1
/// @param age whole years, 0 under one year; null when not known
/// @param sex code of list `sex`
/// @param ownCase the child's own case, where one has been opened
public record Child(
        ChildId id,
        CaseId caseId,
        int number,
        ChildPlace place,
        @Nullable Integer age,
        String sex,
        @Nullable CaseId ownCase) {}
