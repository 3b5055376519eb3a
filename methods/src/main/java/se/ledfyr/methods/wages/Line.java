package se.ledfyr.methods.wages;

/// What one kind of hours in one piece of work comes to.
///
/// @param work place of the work in the claim, from 0
/// @param minutes how many
/// @param rate what they are paid with
/// @param ore whole öre; exactly half an öre is rounded up
public record Line(int work, HourKind kind, int minutes, Rate rate, long ore) {}
