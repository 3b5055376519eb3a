package se.ledfyr.installation;

/// How to reach a database as one role.
record Login(String url, String user, String password) {

    /// The password stays out of logs.
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
