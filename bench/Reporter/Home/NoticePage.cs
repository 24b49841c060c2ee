namespace Bench.Reporter.Home;

/// <summary>A page that has one thing to say.</summary>
public static class NoticePage
{
    /// <param name="title">Its heading.</param>
    /// <param name="text">What it says.</param>
    /// <param name="looksAgain">True to have the browser ask again in a second.</param>
    public static string Of(string title, string text, bool looksAgain = false) =>
        new SitePage(title, text, [SitePage.Home], []) { LooksAgain = looksAgain }.Html();
}
