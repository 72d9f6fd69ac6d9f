package b

import "errfate/facts/a"

// ByVariable logs through a variable of a.
func ByVariable(err error) { // want ByVariable:`^param 0: logged$`
	a.Logv(err)
}

// ByField logs through a field of a's.
func ByField(c *a.Console, err error) { // want ByField:`^param 1: logged$`
	c.OnError(err)
}

// ByGiven cannot know.
func ByGiven(c *a.Console, err error) { // want ByGiven:`^param 1: maybelogged$`
	c.OnGiven(err)
}

// ByMethodExpression logs through a method expression.
func ByMethodExpression(c *a.Console, err error) { // want ByMethodExpression:`^param 1: logged$`
	(*a.Console).Report(c, err)
}
