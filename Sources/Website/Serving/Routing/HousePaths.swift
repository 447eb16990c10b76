/// Addresses that every part of the house links to.
package enum HousePaths {
    /// Where a person begins after signing in; the Workbench answers it.
    package static let home = "/work"
    /// `/language/fr?after=/work` remembers the language and goes on.
    package static let language = "/language"
    /// Leaves at once: ends the session, forgets what the browser kept, and shows a page that has nothing to do with us.
    package static let exit = "/exit"
    package static let signIn = "/sign-in"
    package static let signOut = "/sign-out"
    /// One's own password, second factor and sessions.
    package static let account = "/account"
}
