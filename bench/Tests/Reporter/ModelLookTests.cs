using Bench.Reporter.Charts;
using Bench.Tests.Conformance;
using Xunit;

namespace Bench.Tests.Reporter;

public sealed class ModelLookTests
{
    [Theory]
    [InlineData("threads", "#D55E00")]
    [InlineData("tasks", "#0072B2")]
    [InlineData("channels", "#009E73")]
    [InlineData("actors", "#CC79A7")]
    [InlineData("dataflow", "#56B4E9")]
    [InlineData("erlang", "#7F7F7F")]
    public void A_model_keeps_its_colour_for_ever(string model, string colour) =>
        Assert.Equal(colour, ModelLook.Of(model).Colour.ToHex());

    [Fact]
    public void The_four_models_differ_in_shape_as_well_as_colour()
    {
        var looks = new[] { "threads", "tasks", "channels", "actors" }.Select(ModelLook.Of).ToList();
        Assert.Equal(4, looks.Select(look => look.Filled).Distinct().Count());
        Assert.Equal(4, looks.Select(look => look.Colour.ToHex()).Distinct().Count());
    }

    [Fact]
    public void No_two_models_have_the_same_colour_and_shape()
    {
        var looks = EveryLane.All.Select(lane => lane.Model.Id).Distinct().Select(ModelLook.Of).ToList();
        Assert.Distinct(looks.Select(look => (look.Colour.ToHex(), look.Filled)));
    }

    [Fact]
    public void A_variant_is_told_by_an_open_marker()
    {
        var look = ModelLook.Of("threads");
        Assert.NotEqual(look.Marker("default"), look.Marker("per-request"));
    }
}
