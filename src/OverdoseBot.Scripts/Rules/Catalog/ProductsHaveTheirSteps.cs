namespace OverdoseBot.Scripts.Rules;

/// <summary>Which product leads to which device (clinical.md 3.1 and 3.2).</summary>
internal sealed class ProductsHaveTheirSteps() : Rule("OD0051", "Every product leads to the steps of its own device, and every device is some product's", "H-19",
    "the steps of another device waste the dose, and with it the minutes that it takes to find out.")
{
    private const string LastsLong = "lasts-long";
    private const string Device = "device";
    private static readonly Place Kind = new("naloxone", "kind");
    private static readonly string[] Generic = ["nasal", "injection", "kit-here", "unclear"];

    public override IEnumerable<Fault> Check(Library library)
    {
        if (library.Products.Count == 0 || library.Find(Kind) is not { } kind)
        {
            return library.Products.Values.Select(p => Fault(p.Spot, $"There is no step \"{Kind}\" to lead \"{p.Id}\" to its device.", "Add the dialog   naloxone   with the step   kind   ."));
        }

        return library.Products.Values.OrderBy(p => p.Spot.Line).SelectMany(p => Steps(library, kind, p).Concat(Kinds(library, kind, p)))
            .Concat(library.Products.Values.Where(p => p.Drug == "nalmefene" && !p.Also.Contains(LastsLong))
                .Select(p => Fault(p.Spot, $"\"{p.Id}\" is nalmefene, but nothing says that it lasts long.", $"Add   also: [{LastsLong}]   .")))
            .Concat(Alone(library, kind));
    }

    private IEnumerable<Fault> Steps(Library library, Step kind, Product product)
    {
        if (Leads(library, kind, product.Device) is not { } step)
        {
            yield return Fault(product.Spot, $"The device \"{product.Device}\" of \"{product.Id}\" is no answer of \"{Kind}\" that leads to a step.", $"Add   {product.Device}:   and its step to the answers of   {Kind}   .");
        }
        else if (!IsDevice(step))
        {
            yield return Fault(product.Spot, $"The device \"{product.Device}\" of \"{product.Id}\" leads to \"{step.Place}\", which is not a device's step.", $"Lead to the step that tells how to give it; it has   mark: [{Device}]   .");
        }
    }

    /// <summary>The kind is said along with the device, so it must be an answer too, and give way to the device.</summary>
    private IEnumerable<Fault> Kinds(Library library, Step kind, Product product)
    {
        var (own, of) = (library.Fact(product.Device), library.Fact(product.Kind));
        if (product.Kind == "either" || own == of || Leads(library, kind, product.Device) is null)
        {
            yield break;
        }

        if (Leads(library, kind, product.Kind) is null)
        {
            yield return Fault(product.Spot, $"The kind \"{product.Kind}\" of \"{product.Id}\" is no answer of \"{Kind}\" that leads to a step.", $"Add   {product.Kind}:   and its step to the answers of   {Kind}   .");
        }

        var known = kind.Known.Select(library.Fact).ToList();
        if (!known.Contains(own) || (known.Contains(of) && known.IndexOf(own) > known.IndexOf(of)))
        {
            yield return Fault(product.Spot, $"Who names \"{product.Id}\" would get the steps of any {product.Kind} device.", $"Write \"{product.Device}\" before \"{product.Kind}\" under   known:   of   {Kind}   .");
        }
    }

    private IEnumerable<Fault> Alone(Library library, Step kind)
    {
        var used = library.Products.Values.Select(p => p.Device).Concat(Generic).Select(library.Fact).ToHashSet(StringComparer.Ordinal);
        var reached = kind.Answers.Where(a => used.Contains(library.Fact(a.Word))).Select(a => library.Find(a.Move.Lands() ?? Kind)).ToHashSet();
        return library.Scripts[Kind.Dialog].Steps.Where(s => IsDevice(s) && !reached.Contains(s))
            .Select(s => Fault(s.Spot, $"No product has the device of step \"{s.Place.Step}\".", "Add the product to products.yaml, or delete the step."));
    }

    private static Step? Leads(Library library, Step kind, string fact) =>
        kind.Answers.FirstOrDefault(a => library.Fact(a.Word) == library.Fact(fact))?.Move.Lands() is { } place ? library.Find(place) : null;

    private static bool IsDevice(Step step) => step.Mark.Contains(Device);
}
