import Publication

/// What went wrong and what to do, for `problem.mustache`; with what the person had written, where it would be lost.
struct ProblemPage: Sendable {
    /// A form that was not carried out.
    struct Resending: Sendable {
        let action: String
        let fields: [Fields.Field]
        /// Files cannot be shown again: the person must choose them anew.
        let hasFiles: Bool
        /// Nil where the person must sign in before it can be sent.
        let token: String?
        let needsSignIn: Bool
    }

    struct Line: Sendable {
        let name: String
        let value: String
        let isLong: Bool
    }

    let title: String
    let detail: String
    let codeLabel: String
    let code: String
    let codeHref: String
    let isResending: Bool
    let resendHeading: String
    let resendLead: String
    let signInHref: String
    let signIn: String
    let needsSignIn: Bool
    let action: String
    let lines: [Line]
    let filesHint: String
    let hasFiles: Bool
    let tokenField: String
    let token: String
    let send: String
    let homeHref: String
    let home: String

    init(_ problem: Problem, _ pages: Pages, _ language: String, resending: Resending?) {
        let texts = pages.texts(language)
        title = problem.title
        detail = problem.detail
        codeLabel = texts["problems.code"]
        code = problem.code
        codeHref = ProblemMeaning.path(problem.code)
        isResending = resending != nil
        resendHeading = texts["problems.resend.heading"]
        resendLead = texts[resending?.needsSignIn == true ? "problems.resend.signed-out" : "problems.resend.lead"]
        signInHref = HousePaths.signIn
        signIn = texts["problems.resend.sign-in"]
        needsSignIn = resending?.needsSignIn == true
        action = resending?.action ?? ""
        lines = (resending?.fields ?? []).map {
            Line(name: $0.name, value: $0.value, isLong: $0.value.utf8.count > 60 || $0.value.contains("\n"))
        }
        filesHint = texts["problems.resend.files"]
        hasFiles = resending?.hasFiles == true
        tokenField = FormToken.field
        token = resending?.token ?? ""
        send = texts["problems.resend.send"]
        homeHref = HousePaths.home
        home = texts["problems.home"]
    }
}
