"""What the user can put right: said in a sentence, without a traceback."""


class Refused(Exception):
    pass
