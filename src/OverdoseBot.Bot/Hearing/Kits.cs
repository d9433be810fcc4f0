using OverdoseBot.Scripts;

namespace OverdoseBot.Bot;

/// <summary>A product that was named: what kind it is and which device follow from it.</summary>
internal static class Kits
{
    public static void Take(Turn turn, Step step)
    {
        if (turn.Reading!.Heard.Select(w => turn.Library.Products.GetValueOrDefault(w)).FirstOrDefault(p => p is not null) is not { } product)
        {
            return;
        }

        if (step.Answers.Any(a => a.Word == product.Device))
        {
            turn.Reading = turn.Reading with { Answer = product.Device };
        }

        turn.Facts.Remove(product.Id);
        turn.Facts.UnionWith(product.Facts);
        turn.Record = turn.Record.With([Facts.Product], turn.Now) with { Product = product.Id };
    }
}
