package se.ledfyr.deadlines;

/// In what a rule counts. The names are stored.
public enum RuleUnit {
    /// Hours that really pass: 24 hours over a change to summer time end at another time of day.
    HOURS,
    /// Calendar days; the limit ends with the last of them.
    DAYS,
    /// Days on which offices work, see [WorkingDays]; the limit ends with the last of them.
    WORKING_DAYS,
    /// Until the day it began on ends. The amount is 0.
    SAME_DAY,
    /// Until the day of the same number in a later month, or that month's last, ends, as lagen (1930:173) 1 § counts.
    MONTHS
}
