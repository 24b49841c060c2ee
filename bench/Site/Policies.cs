namespace Bench.Site;

/// <summary>What a browser may do with what it gets from here: nothing of it reaches the outside.</summary>
internal static class Policies
{
    private const string Shared = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Pages of the site have no scripts.
    private const string Page =
        $"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src 'self' data:; {Shared}";

    // A report names its own scripts in a policy of its own, which holds beside this one.
    private const string Report =
        $"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; img-src 'self' data: blob:; {Shared}";

    // A picture opened alone is a document, which may hold a script.
    private const string File = $"default-src 'none'; style-src 'unsafe-inline'; sandbox; {Shared}";

    /// <summary>The Content-Security-Policy of a part.</summary>
    public static string Of(SitePart part) =>
        part.Type != SitePart.Html ? File
        : part.File is null ? Page
        : Report;
}
