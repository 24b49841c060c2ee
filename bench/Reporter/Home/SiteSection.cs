using Bench.Reporter.Content;

namespace Bench.Reporter.Home;

/// <summary>A part of a page of the site.</summary>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Title">Its heading; empty for none.</param>
/// <param name="Text">A paragraph; empty for none.</param>
/// <param name="Tables">Its tables; may be none.</param>
/// <param name="Links">Where to go from here; may be none.</param>
internal sealed record SiteSection(
    string Anchor,
    string Title,
    string Text,
    IReadOnlyList<Table> Tables,
    IReadOnlyList<Link> Links
);
