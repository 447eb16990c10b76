/// What a column says of a person. Everything else about a field (how it is written, compared and weighed) is found from
/// its role and its values.
package enum Role: String, Sendable, CaseIterable {
    /// Given names; several columns are several given names.
    case given
    /// Family names.
    case family
    /// A whole date of birth, in any usual spelling.
    case birth
    /// The year of birth in a column of its own.
    case birthYear = "birth-year"
    /// The month of birth in a column of its own.
    case birthMonth = "birth-month"
    /// The day of birth in a column of its own.
    case birthDay = "birth-day"
    /// Sex or gender, as registered.
    case sex
    /// Citizenship, nationality or country of origin.
    case nationality
    /// A town, region or state.
    case place
    /// A postal code.
    case postcode
    /// A line of an address.
    case address
    /// A telephone number.
    case phone
    /// A number of a document, a case or an insurance: a key of one person, though often mistyped.
    case document
    /// What the person works as.
    case occupation
    /// Anything else that tells persons apart: an e-mail address, an amount, a text.
    case other

    /// A header without blanks, hyphens and case, as ``guessed(from:)`` compares it.
    static func folded(_ header: String) -> String {
        String(header.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The role that a header usually has; nil where the header says nothing.
    ///
    /// Columns that may hold the truth or a key of the file (id, cluster, entity) are never guessed.
    package static func guessed(from header: String) -> Role? {
        let name = folded(header)
        if let whole = wholeHeaders[name] { return whole }
        return partsOfHeaders.first { name.contains($0.0) }?.1
    }

    private static let wholeHeaders: [String: Role] = [
        "fname": .given, "fnamec1": .given, "firstname": .given, "forename": .given, "givenname": .given,
        "prenom": .given, "vorname": .given, "nombre": .given, "imie": .given, "sname": .given, "middlename": .given,
        "lname": .family, "lnamec1": .family, "lastname": .family, "surname": .family, "familyname": .family,
        "nom": .family, "nachname": .family, "apellido": .family, "nazwisko": .family, "name": .family,
        "dob": .birth, "date": .birth, "birth": .birth, "birthdate": .birth, "dateofbirth": .birth,
        "geburtsdatum": .birth, "datenaissance": .birth, "by": .birthYear, "yob": .birthYear, "birthyear": .birthYear,
        "bm": .birthMonth, "birthmonth": .birthMonth, "bd": .birthDay, "birthday": .birthDay, "sex": .sex,
        "gender": .sex, "sexe": .sex, "country": .nationality, "nationality": .nationality, "cob": .nationality,
        "citizenship": .nationality, "city": .place, "suburb": .place, "town": .place, "region": .place,
        "state": .place, "place": .place, "zip": .postcode, "job": .occupation, "ssn": .document, "income": .other,
    ]

    private static let partsOfHeaders: [(String, Role)] = [
        ("givenname", .given), ("firstname", .given), ("forename", .given), ("surname", .family),
        ("familyname", .family), ("lastname", .family), ("birthyear", .birthYear), ("yearofbirth", .birthYear),
        ("monthofbirth", .birthMonth), ("dayofbirth", .birthDay), ("dateofbirth", .birth), ("birthdate", .birth),
        ("naissance", .birth), ("birthplace", .place), ("gender", .sex), ("nationalit", .nationality),
        ("citizen", .nationality), ("postcode", .postcode), ("postalcode", .postcode), ("zipcode", .postcode),
        ("postcodefake", .postcode), ("address", .address), ("street", .address), ("phone", .phone),
        ("mobile", .phone), ("telephone", .phone), ("passport", .document), ("document", .document),
        ("socsec", .document), ("occupation", .occupation), ("profession", .occupation), ("email", .other),
        ("city", .place), ("town", .place), ("village", .place),
    ]
}
