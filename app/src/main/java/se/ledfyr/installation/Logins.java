package se.ledfyr.installation;

/// The three ways into the database: migrations become the owner, the application and the statistics role log in as
/// themselves and are bound by row-level security.
record Logins(Login administrator, Login application, Login statistics) {}
