using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711", Justification = "xunit's word")]
public sealed class PageTestGroup : ICollectionFixture<Browser>
{
    public const string Name = "pages";
}
