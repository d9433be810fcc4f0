using OverdoseBot.Understanding.Examples;

namespace OverdoseBot.Understanding.Tests;

/// <summary>Weights that are learned.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Settled_weights_are_the_average_of_those_that_were_counted()
    {
        var layer = new Layer(2, 8);
        foreach (var weight in new[] { 1f, 2f, 6f })
        {
            layer.Row(1).Fill(weight);
            layer.Sum();
        }

        layer.Row(1).Fill(100);
        layer.Settle();

        layer.Row(0).ToArray().ShouldAllBe(w => w == 0);
        layer.Row(1).ToArray().ShouldAllBe(w => w == 3);
    }
}
