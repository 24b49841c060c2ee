using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>Tests that share the browser, which takes the processors from whatever is timed: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[SuppressMessage("Naming", "CA1711", Justification = "xunit's word")]
public sealed class PageTestGroup : ICollectionFixture<Browser>
{
    public const string Name = "pages";
}
