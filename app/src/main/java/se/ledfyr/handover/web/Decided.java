package se.ledfyr.handover.web;

/// What became of lines that were decided on one page. Public for the templates alone.
///
/// @param late how many somebody else had taken or ended meanwhile
/// @param unclear how many noes lacked their reason, or whether there was a written decision
public record Decided(int accepted, int declined, int late, int unclear) {

    static final Decided NOTHING = new Decided(0, 0, 0, 0);
    static final Decided YES = new Decided(1, 0, 0, 0);
    static final Decided NO = new Decided(0, 1, 0, 0);
    static final Decided LATE = new Decided(0, 0, 1, 0);
    static final Decided UNCLEAR = new Decided(0, 0, 0, 1);

    Decided and(Decided other) {
        return new Decided(
                accepted + other.accepted, declined + other.declined, late + other.late, unclear + other.unclear);
    }
}
