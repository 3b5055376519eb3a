package se.ledfyr.budget.web;

/// An expense that is for somebody's grant, in the reader's words, or an account to book one in. Public for the
/// template alone.
///
/// @param label the day it was booked, or the account
/// @param kind empty for an account
/// @param amount empty for an account
public record BookedLine(String label, String kind, String amount, String address) {}
