package se.ledfyr.methods.estimation;

/// A check that has an answer: how many people stand on one list, told by the other lists alone
/// (Binette and Steorts 2022). The people on the list are taken as the population, and the others see
/// only those of them whom they met.
///
/// @param list its name
/// @param truth how many people are on it
/// @param outcome what the procedure says
public record HiddenList(String list, long truth, Outcome outcome) {}
